import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const ledgerRefusals = {
  'ledger.day_closed': {
    status: 409,
    zh: '账务日期 {on} 不是当前营业日 {today}。请以当前营业日记账，并在业务上注明起息日。',
    en: 'The books of {on} are not open; today is {today}. Post today and give the value date with the business record.',
  },
  'ledger.already_reversed': {
    status: 409,
    zh: '该分录已被冲正，不能再次冲正。',
    en: 'This journal was reversed before; it cannot be reversed twice.',
  },
  'ledger.reversal_final': {
    status: 409,
    zh: '冲正分录本身不能再冲正，请重新记账。',
    en: 'A reversal cannot be reversed; post the entry again instead.',
  },
  'ledger.unbalanced': {
    status: 422,
    zh: '借方合计 {debit} 与贷方合计 {credit} 不相等，请核对各行金额。',
    en: 'Debits of {debit} do not equal credits of {credit}; check the lines.',
  },
  'ledger.account_controlled': {
    status: 422,
    zh: '科目 {account} 由贷款台账自动记账，不能手工记账。请选用其他科目。',
    en: 'Account {account} follows the loan records and takes no manual postings; choose another account.',
  },
} as const satisfies Record<string, RefusalEntry>;
export const refuse = refuser(ledgerRefusals);
