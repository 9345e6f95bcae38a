import { Refusal } from '@tallystick/kernel';
import { z } from 'zod';
import { command, query } from '#platform';
import * as s from '../schema.ts';
import { meOf } from '../view/service.ts';
import { appealByCode, changeMobile, requestMobileChange, sendCode, signIn } from './service.ts';

const done = { done: true } as const;

export const requestCode = command({
  name: 'customers.request_code',
  says: { zh: '获取登录验证码', en: 'Send a sign-in code' },
  allow: ['PUBLIC'],
  keyless: true,
  input: s.zRequestCode,
  output: s.zOk,
  run: async (ctx, { mobile }) => {
    await sendCode(ctx, 'sign_in', mobile);
    return done;
  },
});
export const verifyCode = command({
  name: 'customers.verify_code',
  says: { zh: '验证码登录（首次登录即成为客户）', en: 'Sign in by code (the first time opens the customer)' },
  allow: ['PUBLIC'],
  keyless: true,
  input: s.zVerifyCode,
  output: s.zSignedIn,
  run: (ctx, i) =>
    signIn(ctx, {
      mobile: i.mobile,
      code: i.code,
      kind: i.kind,
      ...(i.region !== undefined && { region: i.region }),
      ...(i.campaign !== undefined && { campaign: i.campaign }),
    }),
});
export const appeal = command({
  name: 'customers.appeal_by_code',
  says: { zh: '不能登录时凭验证码申诉', en: 'Appeal by code when signing in is locked' },
  allow: ['PUBLIC'],
  keyless: true,
  input: s.zAppealByCode,
  output: s.zOk,
  run: async (ctx, i) => {
    await appealByCode(ctx, i);
    return done;
  },
});
export const me = query({
  name: 'customers.me',
  says: { zh: '我的资料与下一步', en: 'My profile and next steps' },
  allow: ['BORROWER'],
  input: z.object({}),
  output: s.zMe,
  run: (ctx) => {
    if (ctx.actor.kind !== 'borrower') throw new Refusal('platform.not_found');
    return meOf(ctx, ctx.actor.customerId);
  },
});
export const requestMobileCodes = command({
  name: 'customers.request_mobile_change',
  says: { zh: '更换手机号：向新旧号码各发一个验证码', en: 'Change of mobile: a code to the old and to the new number' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: s.zMobileChange,
  output: s.zOk,
  run: async (ctx, i) => {
    await requestMobileChange(ctx, i.customerId, i.newMobile);
    return done;
  },
});
export const confirmMobileChange = command({
  name: 'customers.change_mobile',
  says: { zh: '更换手机号：核对新旧号码的验证码', en: 'Change of mobile: check both codes' },
  allow: ['BORROWER', 'RELATIONSHIP_MANAGER'],
  input: s.zMobileCodes,
  output: s.zOk,
  run: async (ctx, i) => {
    await changeMobile(ctx, i);
    return done;
  },
});
