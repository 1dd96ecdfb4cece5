// Open pages in a browser as readers do, and tell what is wrong with each.
//
// standard input: {"browser": "/usr/bin/chromium", "widths": [360], "schemes": ["dark"],
//                  "pages": {"name": "file:///…"}}
// standard output: {"name": {"360 dark": ["…"]}}: one sentence for each fault

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const rules = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const asked = JSON.parse(readFileSync(0, 'utf8'))
const browser = await chromium.launch({ executablePath: asked.browser, args: ['--no-sandbox'] })
const told = {}

for (const [name, url] of Object.entries(asked.pages)) {
  const page = await browser.newPage()
  const said = []
  page.on('request', (request) => {
    if (request.url() !== url) said.push(`it asks for ${request.url()}`)
  })
  page.on('console', (message) => said.push(`the browser says: ${message.text()}`))
  page.on('dialog', (dialog) => {
    said.push(`it opens a dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  await page.goto(url)
  await page.evaluate(rules)
  told[name] = {}
  for (const width of asked.widths) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of asked.schemes) {
      await page.emulateMedia({ colorScheme })
      const faults = await page.evaluate(faulty)
      told[name][`${width} ${colorScheme}`] = [...said, ...faults, ...(await page.evaluate(beyond))]
    }
  }
  await page.close()
}
await browser.close()
console.log(JSON.stringify(told))

async function faulty() {
  const found = await window.axe.run({ resultTypes: ['violations'] })
  return found.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.html)
    return `${id}: ${help}: ${where.join(' ')}`
  })
}

// What is wider than the window, so that one has to scroll sideways (WCAG 2.2, 1.4.10).
function beyond() {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  const wide = [...document.body.querySelectorAll('*')].filter(
    (each) => !each.closest('.wide') && each.getBoundingClientRect().right > room + 1,
  )
  return [`it is wider than the window: ${(wide.at(-1) ?? document.body).outerHTML.slice(0, 200)}`]
}
