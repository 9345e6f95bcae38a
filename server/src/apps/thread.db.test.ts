import { afterEach, test } from 'vitest';
import { threadStage } from '../../test/story/stage.ts';
import { scenario } from '../../test/story/table.ts';
import { type Open, openAll } from '../../test/whole.ts';

let open: Open | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});
/** Tells a table with the people it names, each by their number in the outside world, from a bank's first day on. */
async function tell(people: Readonly<Record<string, number>>, table: string): Promise<void> {
  open = await openAll('2026-03-02');
  await scenario(await threadStage(open, people), table);
}

test('S3-07 S3-44 a merchant from the first contact to settlement and the next offer, others declined, referred and offered less, every book whole', async () => {
  await tell(
    { wang: 37, li: 67, zhao: 60, chen: 46 },
    `
# day            | act                                                            | expect
# 1 acquire, 2 onboard: a call asked for, a code, an account; nothing false is taken and nothing outside is asked.
2026-03-02 09:00 | lead wang                                                      | lead=new
2026-03-02 09:10 | phone wang                                                     | lead=contacted
2026-03-02 09:15 | refused access.code_wrong guess wang                           | lead=contacted
2026-03-02 09:20 | join wang perfect                                              | lead=converted, grade=none
2026-03-02 09:22 | refused platform.input_invalid mistype wang                    | faults=idNo, profile=draft
2026-03-02 09:24 | refused documents.type_unsupported pretend wang                | papers=none
2026-03-02 09:30 | fill wang                                                      | papers=id_card_back/accepted id_card_front/accepted, calls=0
2026-03-02 09:35 | refused customers.consent_missing ask-offer wang               | calls=0
# 3 authorise, 4 collect, 5 rate, 6 offer: softly.
2026-03-02 09:40 | consent wang                                                   | profile=verified, hard=0, lineage=true
2026-03-02 09:41 | look wang                                                      | sources=bureau court identity platform registry tax
2026-03-02 09:42 | look wang                                                      | grade=AA−, scores=credit financial operating, would-help=true
2026-03-02 09:43 | look wang                                                      | limit=283600.00, rate=6.0000, cost=6.1678
# 7 apply: every fault at once, and the draft stays; what it costs against income has to be read.
2026-03-03 10:00 | refused applications.form_incomplete apply-badly wang          | state=draft, hard=0
2026-03-03 10:01 | look wang                                                      | faults=acknowledgement amountMinor declaredAnnualRevenueMinor declaredMonthlyIncomeMinor months payoutAccountTail purposeBudget purposeText
2026-03-03 10:05 | drop-draft wang                                                | state=withdrawn
2026-03-03 10:06 | refused applications.illegal_state submit wang 60000.00 6      | state=withdrawn
2026-03-03 10:10 | draft wang 60000.00 6                                          | state=draft
2026-03-03 10:11 | refused applications.form_incomplete submit-unread wang        | faults=acknowledgement, state=draft
# 8 decide
2026-03-03 10:12 | submit wang 60000.00 6                                         | state=approved, outcome=approve, replay=true, approved=60000.00, hard=2
2026-03-03 10:13 | refused applications.illegal_state submit wang 60000.00 6      | state=approved
# 10 contract
2026-03-03 11:00 | refused contracts.not_read sign-unread wang                    | contract=draft, charged=6.0000, payout=none
2026-03-03 11:05 | sign wang                                                      | contract=signed, signatures=true, pdfsig=valid valid
# 11 pay out: by transfer, once, and an answer that got lost is asked for.
2026-03-03 13:00 | look wang                                                      | payout=open, open=none, net=60000.00
2026-03-03 14:00 | refused servicing.method_not_lawful release wang disburse cash | payout=open
2026-03-03 14:05 | disturb wang payment lost_answer                               | loan=none
2026-03-03 14:10 | release wang                                                   | payout=ordered, ordered=1, loan=none
2026-03-03 14:11 | refused servicing.payout_state release wang disburse2          | ordered=1
2026-03-03 14:40 | look wang                                                      | payout=paid, ordered=1, loan=active, principal=60000.00, used=60000.00, journals=payout
2026-03-03 14:41 | look wang                                                      | amounts=10175.73 10175.73 10175.73 10175.73 10175.73 10175.72, next=2026-04-03
2026-03-03 14:42 | look wang                                                      | verify=clean
# 9 review and approval: a bureau that was asked often sends the case to people, and they are two.
2026-03-04 09:00 | join li asked-often                                            | grade=none
2026-03-04 09:10 | fill li                                                        | calls=0
2026-03-04 09:20 | consent li                                                     | grade=A−, limit=152900.00
2026-03-04 10:00 | apply li 50000.00 6                                            | state=reviewing, outcome=refer, reasons=REF02 REF03, replay=true
2026-03-04 11:00 | recommend li both                                              | state=approving
2026-03-04 11:10 | refused access.maker_cannot_check decide li both               | state=approving
2026-03-05 09:00 | decide li                                                      | state=approved, approved=50000.00
2026-03-05 09:30 | sign li                                                        | contract=signed
2026-03-05 10:00 | release li                                                     | loan=active
# A decline by the rules, put before people at the borrower's wish, and declined by them.
2026-03-05 11:00 | join zhao three_in_row                                         | grade=none
2026-03-05 11:10 | fill zhao                                                      | calls=0
2026-03-05 11:20 | consent zhao                                                   | grade=BBB
2026-03-05 11:30 | apply zhao 30000.00 6                                          | state=declined, outcome=decline, replay=true, reasons=ADM12 ADM20 RTE05
2026-03-06 09:00 | appeal zhao                                                    | state=reviewing
2026-03-06 10:00 | reject zhao                                                    | state=approving
2026-03-06 11:00 | decide zhao                                                    | state=declined, contract=none, line=none
# A counter-offer: more than the limit was asked; other terms, which bind nobody before they are accepted.
2026-03-06 13:00 | join chen perfect                                              | grade=none
2026-03-06 13:10 | fill chen                                                      | calls=0
2026-03-06 13:20 | consent chen                                                   | limit=188800.00
2026-03-06 13:30 | apply chen 220000.00 12                                        | state=counter_offered, outcome=counter_offer, reasons=RTE07, contract=none
2026-03-06 13:40 | accept chen                                                    | state=approved, approved=188800.00, contract=draft
2026-03-06 13:50 | refused platform.not_found peek chen wang                      | loan=active
# 12 repay, 13 close of business: the first instalment is debited on its day.
2026-04-03 09:00 | look wang                                                      | plan=due upcoming upcoming upcoming upcoming upcoming, accruals=true, balanced=true
2026-04-04 09:00 | look wang                                                      | plan=paid upcoming upcoming upcoming upcoming upcoming, channel=auto_debit
2026-04-04 09:01 | look wang                                                      | principal=50124.27, used=50124.27, went=1:interest 1:principal, receipts=1, journals=payout repay
# The account is empty when the second falls due.
2026-04-20 09:00 | empty wang 2026-05-01 2026-06-08                               | loan=active
2026-05-04 09:00 | look wang                                                      | stage=current, late=0, debits=auto/failed auto/success, case=none
2026-05-05 09:00 | look wang                                                      | loan=overdue, stage=M0, late=1, overdue=10178.27, penalty=2.54, case=open
# 15 collect: only what the stage allows, never at night; a promise is kept or broken by what comes in.
2026-05-11 21:00 | refused collections.action_not_allowed voice wang              | stage=M0, late=7
2026-05-12 22:30 | refused notifications.outside_hours voice wang                 | stage=M1, late=8, contacts=none
2026-05-12 22:31 | notice wang                                                    | dunned=0
2026-05-13 08:30 | look wang                                                      | dunned=1
2026-05-13 09:00 | voice wang                                                     | contacts=message voice
2026-05-13 09:05 | promise wang 5000.00 2026-05-16                                | promise=open, case=promised
# Money over the counter, valued a day back: penalty, interest, then principal.
2026-05-14 10:00 | book wang 3000.00 2026-05-13                                   | went=2:penalty 2:interest 2:principal, overdue=7202.97, penalty=1.80, receipts=2
2026-05-18 09:00 | look wang                                                      | promise=broken, case=open
2026-05-20 09:00 | pay wang 1000.00                                               | debits=auto/failed auto/success borrower/failed, overdue=7211.97
# Two are due: the older is paid before the younger.
2026-06-05 10:00 | look wang                                                      | plan=paid overdue overdue upcoming upcoming upcoming, stage=M2, late=32, overdue=17419.05
2026-06-05 10:10 | book wang 10000.00 2026-06-05                                  | went=2:penalty 2:principal 3:penalty 3:interest 3:principal, plan=paid paid overdue upcoming upcoming upcoming, overdue=7423.40, penalty=0.00
2026-06-09 10:00 | pay wang 8000.00                                               | overdue=0.00, loan=active, case=closed, plan=paid paid paid upcoming upcoming upcoming, line=active
2026-06-09 11:00 | look wang                                                      | verify=clean
2026-06-10 10:00 | prepay wang 10000.00                                           | principal=20224.43, amounts=10175.73 10242.58 10186.38 6812.91 6812.91 6812.92, went=0:principal
# 14 watch: sales fall, a court lists somebody.
2026-06-12 10:00 | fall wang 2026-05-20                                           | alert=none
2026-06-12 10:10 | watch wang                                                     | alert=EC-01/orange/open, owner=POST_LOAN
2026-06-12 10:20 | refused monitoring.no_measure close-alert wang                 | alert=EC-01/orange/open
2026-06-13 10:10 | measure wang                                                   | alert=EC-01/orange/open
2026-06-13 10:20 | close-alert wang                                               | alert=EC-01/orange/closed
2026-06-14 10:00 | court li 2026-06-10                                            | alert=none, line=active
2026-06-14 10:20 | watch li                                                       | alert=JU-01/red/open, owner=POST_LOAN, line=frozen
# 16 settle: before the end, on the figure of the day. A month late in May: three grades lower for a year, and less to borrow.
2026-07-15 10:00 | settle wang                                                    | loan=settled, principal=0.00, used=0.00, certificate=application/pdf
2026-07-15 10:01 | look wang                                                      | ratings=3, rated-because=settled, grade=BBB, limit=129400.00
2026-07-15 10:02 | look wang                                                      | story=applications.submitted contracts.signed decisioning.approved servicing.paid_out servicing.repaid servicing.settled
2026-07-15 10:03 | refused servicing.loan_settled pay wang 1.00                   | loan=settled
2026-07-16 09:00 | withdraw wang platform                                         | ratings=3
2026-07-16 09:10 | refused customers.consent_withdrawn ask-offer wang             | ratings=3
2026-07-16 10:00 | look wang                                                      | verify=clean
`,
  );
}, 240_000);

test('the other ways to repay: equal principal, interest first, all at the end, each to its settlement', async () => {
  await tell(
    { sun: 37, zhou: 67, wu: 60 },
    `
# day            | act                                  | expect
# 等额本金: equal principal, interest on what is left.
2026-03-02 09:00 | join sun perfect                     | grade=none
2026-03-02 09:01 | fill sun                             | calls=0
2026-03-02 09:02 | consent sun                          | lineage=true
2026-03-02 09:03 | apply sun 30000.00 3 equal_principal | state=approved
2026-03-02 09:04 | sign sun                             | contract=signed, charged=6.0000
2026-03-02 09:05 | release sun                          | principals=10000.00 10000.00 10000.00, amounts=10150.00 10100.00 10050.00, interest=300.00
# 先息后本: interest monthly, principal at the end.
2026-03-02 10:00 | join zhou perfect                    | grade=none
2026-03-02 10:01 | fill zhou                            | calls=0
2026-03-02 10:02 | consent zhou                         | lineage=true
2026-03-02 10:03 | apply zhou 30000.00 3 interest_only  | state=approved
2026-03-02 10:04 | sign zhou                            | contract=signed, charged=6.8000
2026-03-02 10:05 | release zhou                         | principals=0.00 0.00 30000.00, amounts=170.00 170.00 30170.00, interest=510.00
# 到期一次: one payment.
2026-03-02 11:00 | join wu perfect                      | grade=none
2026-03-02 11:01 | fill wu                              | calls=0
2026-03-02 11:02 | consent wu                           | lineage=true
2026-03-02 11:03 | apply wu 30000.00 3 bullet           | state=approved
2026-03-02 11:04 | sign wu                              | contract=signed, charged=6.1000
2026-03-02 11:05 | release wu                           | principals=30000.00, amounts=30457.50, interest=457.50
# A month on; what is paid early costs no interest any more (8 days on 30,000, 22 on 20,000).
2026-04-03 09:00 | look sun                             | plan=paid upcoming upcoming, principal=20000.00
2026-04-03 09:01 | look zhou                            | plan=paid upcoming upcoming, principal=30000.00
2026-04-03 09:02 | look wu                              | plan=upcoming, principal=30000.00
2026-04-10 09:00 | prepay zhou 10000.00                 | plan=paid upcoming upcoming, principals=0.00 0.00 20000.00, amounts=170.00 128.44 20113.33
# All debited on their days, all settled.
2026-06-03 09:00 | look sun                             | plan=paid paid paid, loan=settled, certificate=application/pdf
2026-06-03 09:01 | look zhou                            | plan=paid paid paid, loan=settled, certificate=application/pdf
2026-06-03 09:02 | look wu                              | plan=paid, loan=settled, certificate=application/pdf, verify=clean
`,
  );
}, 240_000);

test('S3-23 false information: the line freezes, nothing is paid out, nobody signs in, the list knows them with evidence, and an appeal undoes it', async () => {
  await tell(
    { mei: 37, bao: 67 },
    `
# day            | act                                                | expect
2026-03-02 09:00 | join mei perfect                                   | customer=prospect
2026-03-02 09:10 | fill mei                                           | calls=0
2026-03-02 09:20 | consent mei                                        | listed=no
2026-03-02 09:30 | apply mei 60000.00 6                               | state=approved
2026-03-02 09:40 | sign mei                                           | contract=signed, payout=open, open=none, line=active
2026-03-02 10:00 | lock mei false_information docu_forged             | customer=locked, line=frozen, open=customer_in_order line_available
2026-03-02 10:01 | look mei                                           | listed=false_information/docu_forged/mobile+resident_id+shop+uscc
2026-03-02 10:10 | refused servicing.conditions_open release mei      | payout=open, loan=none
2026-03-02 10:20 | refused customers.login_locked sign-in mei         | customer=locked
# Whoever names what is listed is declined, under whatever name.
2026-03-02 11:00 | join bao perfect                                   | listed=no
2026-03-02 11:10 | fill bao                                           | calls=0
2026-03-02 11:15 | name-head bao mei                                  | contract=signed
2026-03-02 11:20 | consent bao                                        | listed=no
2026-03-02 11:30 | apply bao 30000.00 6                               | state=declined, reasons=ADM07, replay=true
# The way back: an appeal, and a third person.
2026-03-02 13:00 | appeal-lock mei                                    | tasks=lock_appeal payout
2026-03-03 09:00 | refused access.maker_cannot_check unlock mei risk  | customer=locked
2026-03-03 09:10 | unlock mei                                         | customer=prospect, listed=lifted, line=frozen, open=line_available
2026-03-03 09:20 | sign-in mei                                        | tasks=payout, verify=clean
`,
  );
}, 240_000);
