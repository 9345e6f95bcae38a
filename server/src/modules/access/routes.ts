import { get, post, put } from '#platform';
import { authorityMatrix, authorityOf, lendAuthority, replaceMatrix } from './authority/commands.ts';
import { approve, getRequest, listRequestsQuery, reject } from './four-eyes/commands.ts';
import { changeGrant, listGrantsQuery } from './grants/commands.ts';
import { permitExport } from './grants/export-permits.ts';
import { changePassword, demoHints, endSession, listOwnSessions, me, secondFactor, signIn, signOut, stepUp } from './sign-in/commands.ts';
import {
  addBranch,
  addStaff,
  changeBranch,
  changeStaff,
  getPreference,
  listBranchesQuery,
  listCourses,
  listOpenBranches,
  listStaffQuery,
  putPreference,
  recordTraining,
  resetStaff,
  signStaffOut,
} from './staff/commands.ts';

export const routes = [
  post('/sign-in', signIn),
  post('/sign-in/second-factor', secondFactor),
  get('/sign-in/demo-hints', demoHints),
  post('/sign-out', signOut),
  get('/me', me),
  post('/me/step-up', stepUp),
  post('/me/password', changePassword),
  get('/me/sessions', listOwnSessions),
  post('/me/sessions/:sessionId/end', endSession),
  get('/me/preferences/:key', getPreference),
  put('/me/preferences/:key', putPreference),
  get('/staff', listStaffQuery),
  post('/staff', addStaff),
  put('/staff/:staffId', changeStaff),
  post('/staff/:staffId/reset', resetStaff),
  post('/staff/:staffId/sign-out', signStaffOut),
  post('/staff/:staffId/training', recordTraining),
  get('/courses', listCourses),
  get('/branches', listBranchesQuery),
  get('/branches/open', listOpenBranches),
  post('/branches', addBranch),
  put('/branches/:branchId', changeBranch),
  get('/grants', listGrantsQuery),
  post('/grants', changeGrant),
  post('/export-permits', permitExport),
  get('/authority-matrix', authorityMatrix),
  get('/authority-matrix/path', authorityOf),
  post('/authority-matrix', replaceMatrix),
  post('/authority-matrix/lent', lendAuthority),
  get('/requests', listRequestsQuery),
  get('/requests/:customerId/:requestId', getRequest),
  post('/requests/:customerId/:requestId/approve', approve),
  post('/requests/:customerId/:requestId/reject', reject),
];
