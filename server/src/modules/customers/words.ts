import { words } from '@tallystick/kernel';
import type { FieldName } from './profile/fields.ts';
import type { CheckItem, ConsentScope } from './types.ts';

/** What a consent is for. */
export const SCOPE_WORDS = words<ConsentScope>({
  contact: ['联系', 'contact'],
  bureau: ['征信查询', 'credit bureau'],
  tax: ['税务', 'tax'],
  court: ['司法', 'courts'],
  registry: ['工商', 'business registry'],
  platform: ['店铺经营数据', 'shop data'],
  identity: ['身份核验', 'identity check'],
  partner_share: ['合作方共享', 'sharing with partners'],
});

/** Where facts come from: people, and the sources outside. */
export const SOURCE_WORDS = words({
  typed: ['客户填写', 'typed by the customer'],
  staff: ['柜员录入', 'entered by staff'],
  registry: ['工商', 'business registry'],
  platform: ['电商平台', 'shop platform'],
  tax: ['税务', 'tax'],
  identity: ['身份核验', 'identity check'],
  bureau: ['征信', 'credit bureau'],
  court: ['司法', 'courts'],
});

export const FIELD_WORDS = words<FieldName | 'shops'>({
  shops: ['店铺', 'shops'],
  'person.name': ['姓名', 'name'],
  'person.id_no': ['身份证号', 'ID number'],
  'person.mobile': ['手机', 'mobile'],
  'person.email': ['邮箱', 'E-mail'],
  'person.marital_status': ['婚姻', 'marital status'],
  'person.children': ['子女数', 'children'],
  'person.residence': ['居住地址', 'residence'],
  'person.education': ['学历', 'education'],
  'enterprise.name': ['企业名称', 'name of the firm'],
  'enterprise.uscc': ['统一社会信用代码', 'USCC'],
  'enterprise.legal_person': ['法定代表人', 'legal representative'],
  'enterprise.legal_person_id': ['法人身份证号', 'ID of the representative'],
  'enterprise.registered_capital': ['注册资本', 'registered capital'],
  'enterprise.established_on': ['成立日期', 'established on'],
  'enterprise.address': ['注册地址', 'address'],
  'enterprise.industry': ['行业', 'industry'],
  'enterprise.staff_count': ['员工人数', 'staff'],
  'enterprise.shareholders': ['股东', 'shareholders'],
  'finance.annual_revenue': ['年营业收入', 'annual revenue'],
  'finance.net_profit': ['净利润', 'net profit'],
  'finance.total_assets': ['资产总额', 'total assets'],
  'finance.total_liabilities': ['负债总额', 'total liabilities'],
  'finance.current_assets': ['流动资产', 'current assets'],
  'finance.current_liabilities': ['流动负债', 'current liabilities'],
  'payout.account': ['收款账号', 'account'],
  'payout.bank_code': ['开户行行号', 'bank code'],
});

export const CHECK_WORDS = words<CheckItem>({
  id_two_element: ['姓名与身份证号一致', 'name and ID number fit'],
  id_unique: ['证件未被他人使用', 'ID not used by another customer'],
  registry_uscc: ['工商登记存在', 'firm is registered'],
  registry_legal_person: ['法定代表人一致', 'legal representative fits'],
  shop_owner: ['店铺归属一致', 'shop belongs to the customer'],
  id_document: ['身份证影像', 'ID card image'],
  licence_document: ['营业执照影像', 'licence image'],
  call_back: ['电话回访', 'call-back'],
});

export const LOCK_WORDS = words({
  false_information: ['资料不实', 'false information'],
  fraud_suspected: ['疑似欺诈', 'suspected fraud'],
  customer_request: ['客户要求', "customer's request"],
  legal_order: ['司法要求', 'legal order'],
});
