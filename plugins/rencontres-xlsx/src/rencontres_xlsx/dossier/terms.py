"""What columns, words to choose from and things are called: key, French, Chinese."""

COLUMNS = """
about | objet (identifiants) | 所涉事项
acronym | sigle | 缩写
address | adresse | 地址
agreed | accord donné le | 同意日期
appointed_by | désigné par | 任命方
arrival | arrivée | 抵达
as_written | tel qu’écrit dans la source | 原文写法
asked | demandé le | 询问日期
attendance | présence | 出席情况
audience | visible par | 可见范围
backed-by | adossé à | 依托
basis | fondement | 合作基础
before | avant cette date | 在此之前
between | entre les langues | 语对
booths | cabines | 同传间
by | relancé par | 催办方
candidates | candidats (identifiants) | 待选
capacity | places assises | 座位数
category | catégorie | 类别
chairs | coprésidence | 联合主席
channels | canaux | 频道
codes | codes officiels | 代码
committee | comité | 委员会
confirmation | où en est-on | 确认状态
context | où et quoi | 所在位置
convened_by | invitants | 召集方
country | pays | 国家
counts | nombre par partie | 各方人数
currency | monnaie | 币种
day | jour | 日期
delegation | délégation | 代表团
departure | départ | 离开
depends_on | après les actions | 前置事项
description | description | 说明
due | échéance | 截止日期
elected | fonction élective | 民选职务
email | courriel | 电子邮箱
end | fin | 结束
ends | côtés du binôme | 结对双方
entries | mentions | 备注
estimate | estimation | 估计人数
event | événement | 活动
extra | champs propres | 自有字段
family | nom de famille | 姓
floor | étage | 楼层
follows | suit | 后续
format | format | 形式
function | fonction | 职能
funding | cofinancement | 共同出资
gender | genre | 性别
given | prénom | 名
heading | titre | 标题
holder | titulaire | 担任者
hosts | organisateurs | 主办方
hours | horaires | 时间
id | identifiant | 编号
identified | identifié | 已确认身份
interpretation | interprétation | 口译
issued | émis le | 发出日期
item | point n° | 议程项序号
items | points | 议程项
kind | nature | 类型
language | langue | 语言
languages | langues | 语言
level | échelon | 层级
limit | seuil | 限值
limit-of-signs | longueur conseillée | 建议字数
links | liens avec d’autres événements | 与其他活动的关系
mandate | mission | 任务
minutes | minutes | 分钟
missing-text | à traduire | 待翻译
mode | mode | 方式
name | nom | 名称
names | nom | 姓名
namespace | espace de noms | 命名空间
no | n° d’ordre | 序号
number | numéro | 编次
off | règle écartée | 停用规则
on_behalf_of | au nom de | 代表
open | ouvert à tous | 是否公开
order | ordre du nom | 姓名顺序
ordinal | édition | 届次
organisation | organisme | 机构
organisations | organismes | 机构
outcome | livrable | 预期成果
outdated-text | à revoir : l’original a changé | 原文已改，请复核
owners | responsables | 负责方
pairing | binôme | 结对
paper | document | 文件
parallel-to | parallèle à | 同期
part-of | fait partie de | 隶属
particle | particule | 姓氏前缀
people | personnes | 人员
person | personne | 人员
phone | téléphone | 电话
place | lieu | 地点
position | latitude ; longitude | 纬度；经度
posts | fonctions | 职务
predecessor | prédécesseur | 前任
prepares | prépare | 筹备
problem | problématique | 议题设问
purpose | objet | 目的
rank | rang | 级别
reason | motif | 理由
remove | à retirer | 删除
rencontres | version du format | 格式版本
revised | révisé le | 修订时间
roles | rôles | 角色
room | salle | 会议室
rule | règle | 规则
same | toutes langues | 各语言相同
series | série | 系列
session | séance | 场次
sheet | feuille d’émargement | 签到表
short | forme courte | 简称
side | partie | 方
sides | parties | 各方
since | depuis | 起始
size | taille | 规模
sort_as | classé à | 排序
source | source | 来源
start | début | 开始
state | état | 状态
status | avancement | 进度
strands | volets | 分项
team | interprètes | 译员
text | texte | 内容
theme | thème | 主题
title | titre | 标题
topic | sujet | 主题
topics | sous-thèmes | 分议题
uid | identité d’origine | 原标识
until | jusqu’à | 截止
url | page | 网页
valid | période de ce nom | 名称有效期
version | version | 版本
when | date | 日期
within | situé dans | 所属地区
words | en toutes lettres | 文字表述
workshop | atelier | 分论坛
zone | fuseau horaire | 时区
"""
WORDS = """
yes | oui | 是
no | non | 否
accepted | accepté | 已接受
ad-hoc | ponctuel | 临时合作
agreement | accord | 协议
assises | assises | 大会
association | association | 协会
authority | collectivité | 地方政府
b2b | rendez-vous d’affaires | 企业对接
backed-by | adossé à | 依托
break | pause | 休息
cancelled | annulé | 已取消
ceremony | cérémonie | 仪式
closing | clôture | 闭幕
co-chair | coprésidence | 共同主席
committee-meeting | réunion de comité | 委员会会议
company | entreprise | 企业
confirmed | confirmé | 已确认
consecutive | consécutive | 交替传译
contact | contact | 联系人
country-group | groupe-pays | 国别工作组
cultural | culturel | 文化机构
decision | décision | 决定
declaration | déclaration | 宣言
declined | décliné | 已谢绝
done | fait | 已完成
draft | projet | 草稿
dropped | abandonné | 已放弃
exchange-of-views | échange de vues | 交流讨论
facilitator | animation | 引导人
fair | foire | 博览会
family-first | nom d’abord | 姓在前
feminine | féminin | 女
field | de terrain | 实地考察
final | définitif | 定稿
follows | suit | 后续
forum | forum | 论坛
friendship-association | association d’amitié | 友好协会
given-first | prénom d’abord | 名在前
group-meeting | réunion de groupe | 工作组会议
head-of-delegation | chef de délégation | 代表团团长
in-kind | en nature | 实物
in-progress | en cours | 进行中
intermediate | intermédiaire | 中间层级
intermunicipal | intercommunal | 市镇联合体
internal | interne | 内部
interpreter | interprétation | 译员
invited | invité | 已邀请
keynote | discours inaugural | 主旨演讲
large | grande | 大型
lead | chef de file | 牵头
letter | lettre | 信函
liaison | liaison | 联络
local | local | 地方
masculine | masculin | 男
meal | repas | 用餐
meetings | rencontres | 会晤
member | membre | 成员
micro | très petite | 微型
mid-size | intermédiaire | 中型
minutes | compte rendu | 会议纪要
missing | manquant | 缺失
missing-information | information manquante | 信息缺失
moderator | modération | 主持人
money | argent | 资金
network | réseau | 网络
observation | constat | 情况
open | à faire | 待办
opening | ouverture | 开幕
organiser | organisation | 主办
organising | organisation | 组织
other | autre | 其他
parallel-to | parallèle à | 同期
part-of | fait partie de | 隶属
participant | participant | 参加者
partners | partenaires | 合作方
planned | prévu | 计划中
plenary | plénière | 全体会议
position | position | 立场
postponed | reporté | 已推迟
prepares | prépare | 筹备
programme | programme | 计划
project | projet | 项目
proposal | proposition | 建议
proposed | proposé | 已提议
provisional | provisoire | 暂定
public | public | 公开
rapporteur | rapporteur | 汇报人
received | reçu | 已收到
regional | régional | 大区（省级）
remark | remarque | 备注
road-map | feuille de route | 路线图
room | en salle | 会场
round-table | table ronde | 圆桌会议
secretariat | secrétariat | 秘书处
sent | envoyé | 已发送
sign-in-sheet | feuille d’émargement | 签到表
signatory | signature | 签署人
signing | signature | 签约
simultaneous | simultanée | 同声传译
small-medium | petite ou moyenne | 中小型
speaker | intervention | 发言人
speech | discours | 讲话
state | État | 国家机构
steering | pilotage | 指导
target | objectif | 目标
think-tank | think tank | 智库
to-confirm | à confirmer | 待确认
transfer | transfert | 转场
twinning | jumelage | 友好城市
unclassified | non classé | 未分类
university | université | 高校
unknown | inconnu | 未知
vigilance | vigilance | 注意事项
visit | visite | 参观考察
whispered | chuchotée | 耳语传译
withdrawn | retiré | 已退出
witness | témoin | 经验分享
workshop | atelier | 分论坛
"""
THINGS = """
action | action | 待办事项
committee | comité | 委员会
delegation | délégation | 代表团
dossier | dossier | 卷宗
event | événement | 活动
note | note | 纪要事项
organisation | organisme | 机构
pairing | binôme | 结对
paper | document | 文件
person | personne | 人员
place | lieu | 地点
room | salle | 会议室
session | séance | 场次
side | partie | 方
tolerance | dérogation | 例外
workshop | atelier | 分论坛
"""
