-- why: asking what one qualifies for leaves no mark in the credit report: the bureau is asked in the customer's own name (BUR-07: 本人查询 is soft).
update connectors.source_policy set reason_code = '本人查询', hard = false, origin = 'BUR-07: an offer is asked for by the customer' where purpose = 'offer' and source = 'bureau';
