import { get, post, put } from '#platform';
import * as own from './commands.ts';
import * as profile from './profile-commands.ts';
import * as staff from './staff-commands.ts';

const one = '/customers/:customerId';
export const routes = [
  post('/borrower/sign-in/code', own.requestCode),
  post('/borrower/sign-in', own.verifyCode),
  get('/borrower/me', own.me),
  get('/consent-texts', own.listTexts),
  get(`${one}/consents`, own.listConsents),
  post(`${one}/consents`, own.give),
  post(`${one}/consents/withdrawal`, own.withdraw),
  post(`${one}/mobile/codes`, own.requestMobileCodes),
  put(`${one}/mobile`, own.confirmMobileChange),
  get(`${one}/profile`, profile.showProfile),
  put(`${one}/kind`, profile.saveKind),
  put(`${one}/person`, profile.savePerson),
  put(`${one}/enterprise`, profile.saveEnterprise),
  put(`${one}/finance`, profile.saveFinance),
  put(`${one}/payout-account`, profile.savePayout),
  put(`${one}/shops`, profile.saveShops),
  get(`${one}/papers`, profile.showPapers),
  post(`${one}/papers`, profile.fileIn),
  post(`${one}/appeal`, profile.appeal),
  get('/customers', staff.list),
  post('/customers', staff.add),
  get(one, staff.view),
  get(`${one}/timeline`, staff.timeline),
  get(`${one}/changes`, staff.changes),
  get(`${one}/unmasked`, staff.unmaskField),
  put(`${one}/manager`, staff.assign),
  post(`${one}/checks`, staff.decideCheck),
  get('/customer-conflicts', staff.conflictQueue),
  post(`${one}/conflicts/:conflictId/resolution`, staff.resolve),
  post(`${one}/lock`, staff.lock),
  post(`${one}/unlock`, staff.unlock),
];
