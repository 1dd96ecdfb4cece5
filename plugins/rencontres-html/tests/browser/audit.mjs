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
  told[name] = {}
  for (const width of asked.widths) {
    for (const colorScheme of asked.schemes) {
      told[name][`${width} ${colorScheme}`] = await audit(url, width, colorScheme)
    }
  }
}
await browser.close()
console.log(JSON.stringify(told))

async function audit(url, width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
  const faults = []
  page.on('request', (request) => {
    if (request.url() !== url) faults.push(`it asks for ${request.url()}`)
  })
  page.on('console', (message) => faults.push(`the browser says: ${message.text()}`))
  page.on('dialog', (dialog) => {
    faults.push(`it opens a dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  await page.goto(url)
  await page.evaluate(rules)
  const found = await page.evaluate(() => window.axe.run())
  for (const { id, help, nodes } of found.violations) {
    faults.push(`${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`)
  }
  faults.push(...(await page.evaluate(beyond)))
  await page.close()
  return faults
}

// What is wider than the window, so that one has to scroll sideways (WCAG 2.2, 1.4.10).
function beyond() {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  const wide = [...document.body.querySelectorAll('*')].filter(
    (each) => each.getBoundingClientRect().right > room + 1,
  )
  return [`it is wider than the window: ${(wide.at(-1) ?? document.body).outerHTML.slice(0, 200)}`]
}
