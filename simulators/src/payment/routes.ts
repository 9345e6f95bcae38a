import { type CalendarDate, isBankCard, parseDate, parseMoney } from '@tallystick/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Body } from '../envelope.ts';
import { fenOf } from '../overrides.ts';
import { yuan } from '../people/figures.ts';
import { bodyOf, meets, SourceRefusal } from '../source-server.ts';
import type { World } from '../world.ts';
import { type CallbackTarget, callBack, orderEvent } from './callback.ts';
import { accountMatches, decide, FAIL_CODES, type Instruction, spend, unreadable } from './decide.ts';
import { type Order, type OrderState, type Orders, orderRef, orderTime } from './orders.ts';

const text = (body: Body, field: string): string => (typeof body[field] === 'string' ? body[field] : '');

function required(body: Body, field: string): string {
  const value = text(body, field);
  if (value === '' || value.length > 200) throw unreadable(field, 'required, at most 200 characters');
  return value;
}
function businessDate(body: Body): CalendarDate {
  const date = parseDate(text(body, 'as_of'));
  if (date === undefined) throw unreadable('as_of', 'must be a date that exists');
  return date;
}
function amount(body: Body): number {
  const minor = parseMoney(text(body, 'amount'));
  if (minor === undefined || minor <= 0n) throw unreadable('amount', 'must be a decimal string above zero');
  return Number(minor);
}

function disbursement(body: Body): Instruction {
  const account = required(body, 'payee_acct');
  if (!isBankCard(account)) throw unreadable('payee_acct', 'not an account number (check digit)');
  for (const field of ['payer_acct', 'purpose', 'channel']) required(body, field);
  return {
    kind: 'disburse',
    account,
    idNo: text(body, 'payee_id_no'),
    name: required(body, 'payee_name'),
    agreementNo: '',
    amountFen: amount(body),
    split: false,
    date: businessDate(body),
  };
}

function deduction(body: Body): Instruction {
  const agreementNo = required(body, 'agreement_no');
  return {
    kind: 'deduct',
    account: text(body, 'account') || agreementNo,
    idNo: text(body, 'id_no'),
    name: text(body, 'name'),
    agreementNo,
    amountFen: amount(body),
    split: body.split === true,
    date: businessDate(body),
  };
}

const messageOf = (state: OrderState, code: string): string =>
  state === 'success'
    ? '成功 done'
    : state === 'processing'
      ? '处理中 under way'
      : ((FAIL_CODES as Record<string, string>)[code] ?? '交易失败 failed');

function newOrder(world: World, orderNo: string, i: Instruction): Order {
  const { state, code, doneFen } = decide(world, i);
  return {
    order_no: orderNo,
    kind: i.kind,
    state,
    amount: yuan(i.amountFen),
    done_amount: yuan(doneFen),
    account: i.account,
    agreement_no: i.agreementNo === '' ? null : i.agreementNo,
    ref: state === 'success' ? orderRef(orderNo) : null,
    code,
    message: messageOf(state, code),
    time: orderTime(orderNo, i.date),
    business_date: i.date,
    returned_on: null,
  };
}

/** The body with its fields in order, so that a repetition is recognised however it was written. */
const canonical = (kind: string, body: Body): string => JSON.stringify([kind, ...Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** The rail: once per order number. The same body again answers the same order, another body is a conflict. */
export function paymentRoutes(app: FastifyInstance, world: World, orders: Orders, target: CallbackTarget | undefined): void {
  const place = (read: (body: Body) => Instruction) => async (request: FastifyRequest) => {
    const body = bodyOf(request);
    const orderNo = required(body, 'order_no');
    const instruction = read(body);
    const mine = canonical(instruction.kind, body);
    const known = orders.get(orderNo);
    if (known !== undefined) {
      if (orders.bodyOf(orderNo) !== mine)
        throw new SourceRefusal(409, 'order_conflict', `订单号重复且内容不同 ${orderNo} was used for another instruction`);
      return known;
    }
    const order = newOrder(world, orderNo, instruction);
    orders.keep(order, mine);
    if (order.kind === 'deduct') spend(world, instruction, fenOf(order.done_amount));
    void callBack(target, orderEvent(order), meets(request, 'duplicate_callback') ? 2 : 1);
    return order;
  };
  app.post('/disburse', place(disbursement));
  app.post('/deduct', place(deduction));
  app.get<{ Params: { orderNo: string } }>('/orders/:orderNo', async (request) => {
    const order = orders.get(request.params.orderNo);
    if (order === undefined) throw new SourceRefusal(404, 'order_unknown', `查无此订单 no order ${request.params.orderNo}`);
    return order;
  });
  app.get<{ Querystring: { date?: string } }>('/reconciliation', async (request) => reconciliation(orders, request.query.date ?? ''));
  app.post('/account/verify', async (request) => {
    const body = bodyOf(request);
    const account = required(body, 'account');
    const elements = accountMatches(world, { account, name: required(body, 'name'), idNo: text(body, 'id_no'), mobile: text(body, 'mobile') });
    const matched = isBankCard(account) && Object.values(elements).every(Boolean);
    return { matched, elements: { account: isBankCard(account), ...elements }, code: matched ? '0000' : 'ACCOUNT_MISMATCH' };
  });
}

/** The list of a business day: its orders as they stand now, and earlier ones whose money came back on it. */
function reconciliation(orders: Orders, text: string) {
  const date = parseDate(text);
  if (date === undefined) throw unreadable('date', 'must be a date that exists');
  const rows = orders.onDate(date);
  const done = rows.filter((o) => o.state === 'success' && o.business_date === date);
  const total = (kind: Order['kind']) => yuan(done.filter((o) => o.kind === kind).reduce((sum, o) => sum + fenOf(o.done_amount), 0));
  return { date, count: rows.length, success_count: done.length, disbursed: total('disburse'), deducted: total('deduct'), orders: rows };
}

/** Moves an order on by hand (the control page): a processing one to its end, a successful payout to returned. Tells the lender. */
export function moveOrder(
  orders: Orders,
  target: CallbackTarget | undefined,
  orderNo: string,
  to: { state: OrderState; code: string; date: CalendarDate },
): Order {
  const order = orders.get(orderNo);
  const body = orders.bodyOf(orderNo);
  if (order === undefined || body === undefined) throw new SourceRefusal(404, 'order_unknown', `no order ${orderNo}`);
  const lawful =
    to.state === 'returned' ? order.state === 'success' && order.kind === 'disburse' : order.state === 'processing' && to.state !== 'accepted';
  if (!lawful) throw new SourceRefusal(409, 'order_state', `an order that is ${order.state} cannot become ${to.state}`);
  const done = to.state === 'success';
  const moved: Order = {
    ...order,
    state: to.state,
    code: done ? '0000' : to.code,
    message: messageOf(to.state, to.code),
    done_amount: done ? order.amount : to.state === 'returned' ? '0.00' : order.done_amount,
    ref: done ? orderRef(orderNo) : order.ref,
    returned_on: to.state === 'returned' ? to.date : null,
  };
  orders.keep(moved, body);
  void callBack(target, orderEvent(moved));
  return moved;
}
