-- why: who takes back a consent that an offer rests on is told that the offer is gone, and how to have one again.
insert into notifications.template (code, title_zh, title_en, body_zh, body_en) values
  ('offer_withdrawn', '预授信方案已作废', 'Offer withdrawn', '您收回了{scope_zh}授权，之前的预授信方案随之作废，已有的贷款不受影响。重新签署授权后可以再评一次。', 'You took back the consent "{scope_en}", so the offer made with it no longer stands. Loans you have go on as agreed. Sign the consent again to be rated anew.');
