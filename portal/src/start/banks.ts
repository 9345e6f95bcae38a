/** Clearing codes of the head offices of the banks that most shops are paid through: a person picks a name, the payment rail wants the number. */
export const BANKS: readonly (readonly [code: string, zh: string, en: string])[] = [
  ['102100099996', '中国工商银行', 'Industrial and Commercial Bank of China'],
  ['103100000026', '中国农业银行', 'Agricultural Bank of China'],
  ['104100000004', '中国银行', 'Bank of China'],
  ['105100000017', '中国建设银行', 'China Construction Bank'],
  ['403100000004', '中国邮政储蓄银行', 'Postal Savings Bank of China'],
  ['301290000007', '交通银行', 'Bank of Communications'],
  ['308584000013', '招商银行', 'China Merchants Bank'],
  ['302100011000', '中信银行', 'China CITIC Bank'],
  ['303100000006', '中国光大银行', 'China Everbright Bank'],
  ['305100000013', '中国民生银行', 'China Minsheng Bank'],
  ['306581000003', '广发银行', 'China Guangfa Bank'],
  ['307584007998', '平安银行', 'Ping An Bank'],
  ['309391000011', '兴业银行', 'Industrial Bank'],
  ['310290000013', '上海浦东发展银行', 'Shanghai Pudong Development Bank'],
  ['304100040000', '华夏银行', 'Hua Xia Bank'],
];
