-- why: the first wordings of what customers are asked to agree to, with the notice items of PIP-03; drafts for the bank's counsel to confirm.
insert into customers.consent_text
  (scope, version, effective_from, valid_months, basis, recipient_zh, recipient_en, title_zh, title_en, body_zh, body_en, hash_zh, hash_en, source)
select scope, '1.0', '2020-01-01', valid_months, basis, recipient_zh, recipient_en, title_zh, title_en, body_zh, body_en,
  encode(sha256(convert_to(title_zh || chr(10) || body_zh, 'UTF8')), 'hex'), encode(sha256(convert_to(title_en || chr(10) || body_en, 'UTF8')), 'hex'),
  'design draft, PIP-01 to PIP-05, BUR-01'
from (values
  ('contact', 24, 'PIPL 13(1)', '本机构', 'this institution', '联系授权书', 'Consent to be contacted',
   '本人同意本机构为介绍产品、办理申请和提供服务，通过手机号码、短信和站内消息与本人联系。使用的信息：姓名、手机号码。保存至授权到期或撤回之日。本人可随时在“授权管理”中撤回，撤回不影响已经办理的业务。',
   'I agree that this institution contacts me by phone, text message and in-app message to present products, handle my application and serve me. Data used: name, mobile number. Kept until this consent ends or is withdrawn. I may withdraw at any time under "Consents"; what was done before stays valid.'),
  ('bureau', 12, '征信业管理条例 18; PIPL 13(1)', '征信机构', 'the credit bureau', '征信查询授权书', 'Authorisation to query credit reports',
   '本人授权本机构为贷款审批和贷后管理，向依法设立的征信机构查询本人及本人经营企业的信用报告，并用于信用评级、额度与利率的核定。查询原因只限“贷款审批”和“贷后管理”。报告保存至业务结清后五年。未经本人另行同意，不向第三方提供。本人可撤回授权；有未结清贷款时，贷后管理所需的查询依合同继续。对结果有异议的，可向本机构或征信机构提出异议。',
   'I authorise this institution to query my credit report and that of my firm from a lawfully established credit bureau, for loan approval and post-loan management, and to use them to set grade, limit and rate. Query reasons are limited to these two. Reports are kept for five years after the business is settled and are not given to third parties without a further consent. I may withdraw; while a loan is open, post-loan queries go on under the contract. I may dispute the content with this institution or the bureau.'),
  ('tax', 12, 'PIPL 13(1)', '税务机关', 'the tax office', '涉税信息查询授权书', 'Authorisation to query tax data',
   '本人（本企业）授权本机构向税务机关查询纳税信用等级、申报收入、应纳与已缴税额、欠税和申报情况，用于核实收入与评级。使用范围：最近二十四个月。保存至业务结清后五年。可随时撤回，撤回后需自行提供纳税证明。',
   'I (my firm) authorise this institution to query the tax credit grade, declared revenue, tax due and paid, arrears and filing record from the tax office, to verify revenue and to rate. Scope: the last 24 months. Kept for five years after the business is settled. I may withdraw at any time and then hand in a tax certificate myself.'),
  ('court', 12, 'PIPL 13(1)', '司法信息公开渠道', 'public judicial records', '司法信息查询授权书', 'Consent to check judicial records',
   '本人同意本机构以姓名和证件号码查询公开的司法信息（失信、被执行、限制高消费、立案与裁判文书），用于评级与贷后管理。只采用证件号码完全一致的记录，仅姓名相同的记录不作为依据。保存至业务结清后五年。',
   'I agree that this institution checks public judicial records (dishonest debtors, enforcement, restrictions, cases and judgments) by name and ID number for rating and post-loan management. Only records with the exact ID count; records that share the name only are no ground. Kept for five years after the business is settled.'),
  ('registry', 12, 'PIPL 13(1)', '市场监督管理部门', 'the business registry', '工商信息查询授权书', 'Consent to query the business registry',
   '本人（本企业）同意本机构向市场监督管理部门查询企业登记、股东、变更、经营异常和处罚信息，用于预填资料、核实身份和评级。保存至业务结清后五年。可随时撤回，撤回后需自行填写并提供证照。',
   'I (my firm) agree that this institution queries registration, shareholders, changes, abnormal-operation and penalty records from the business registry, to pre-fill forms, verify identity and rate. Kept for five years after the business is settled. I may withdraw at any time and then fill in and hand in papers myself.'),
  ('platform', 12, 'PIPL 13(1), 23', '电商平台', 'the e-commerce platform', '店铺经营数据授权书', 'Authorisation to fetch shop data',
   '本人授权所列店铺所在的电商平台，向本机构提供店铺资料、交易、退款、物流、评分、处罚和结算数据，用于评级、额度核定与贷后管理。不包含买家的个人信息。使用范围：最近二十四个月及授权期内每日数据。可随时撤回；撤回后不再取数，已用额度不受影响，新增用信将暂停。',
   'I authorise the platform of each shop I name to give this institution the profile, trade, refund, logistics, score, penalty and settlement data of that shop, for rating, limit setting and post-loan management. No personal data of buyers. Scope: the last 24 months and daily data while this lasts. I may withdraw at any time: fetching stops, drawn amounts are untouched, new drawing pauses.'),
  ('identity', 12, 'PIPL 13(1), 29', '身份核验服务机构', 'the identity verification service', '身份核验授权书（敏感个人信息单独同意）', 'Separate consent to verify identity',
   '本人单独同意本机构将姓名、居民身份证号码、手机号码和收款账号提交身份核验服务机构比对，并筛查反洗钱名单。这些是敏感个人信息，用于防止他人冒名借款，属必要。只保存比对结果。保存期依反洗钱法为业务关系结束后十年。',
   'I separately agree that this institution submits my name, resident ID number, mobile number and payout account to an identity verification service for matching, and screens anti-money-laundering lists. These are sensitive data; the check is necessary to keep others from borrowing in my name. Only results are kept, for ten years after the relation ends as anti-money-laundering law asks.'),
  ('partner_share', 6, 'PIPL 23', '合作机构（每次共享前逐一告知名称）', 'partner institutions, each named before any sharing', '合作机构信息共享单独同意书', 'Separate consent to share with partners',
   '本人单独同意本机构向合作机构（担保、保险、联合贷款机构，每次共享前告知其名称、联系方式、目的和信息种类）提供办理本人业务所必需的信息。每次共享记录请求编号、字段和目的。不同意或撤回不影响无须共享的业务。',
   'I separately agree that this institution gives partner institutions (guarantee, insurance, co-lending; each named before sharing, with contact, purpose and kinds of data) what is necessary for my business. Each sharing records request id, fields and purpose. Refusing or withdrawing does not affect business that needs no sharing.')
) as wording (scope, valid_months, basis, recipient_zh, recipient_en, title_zh, title_en, body_zh, body_en);
