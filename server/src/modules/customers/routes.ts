import { get, post, put } from '#platform';
import * as consents from './consents/commands.ts';
import * as locks from './locks/commands.ts';
import * as profile from './profile/commands.ts';
import * as own from './sign-in/commands.ts';
import * as staff from './view/commands.ts';

const one = '/customers/:customerId';
export const routes = [
  post('/borrower/sign-in/code', own.requestCode),
  post('/borrower/sign-in', own.verifyCode),
  post('/borrower/appeal', own.appeal),
  get('/borrower/me', own.me),
  get('/consent-texts', consents.listTexts),
  get(`${one}/consents`, consents.listConsents),
  post(`${one}/consents`, consents.give),
  post(`${one}/consents/withdrawal`, consents.withdraw),
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
  post(`${one}/appeal`, locks.appeal),
  get('/customers', staff.list),
  post('/customers', staff.add),
  get(one, staff.view),
  get(`${one}/timeline`, staff.timeline),
  get(`${one}/changes`, staff.changes),
  get(`${one}/unmasked`, staff.unmaskField),
  put(`${one}/manager`, staff.assign),
  post(`${one}/checks`, staff.decideCheck),
  get('/blacklist', locks.showBlacklist),
  get('/customer-conflicts', staff.conflictQueue),
  post(`${one}/conflicts/:conflictId/resolution`, staff.resolve),
  post(`${one}/lock`, locks.lock),
  post(`${one}/unlock`, locks.unlock),
];
