-- the due date of one entry is changed, the rest of another is paid; a third payment is not yet committed
update "Norditalia S_p_A_$Cust_ Ledger Entry" set "Due Date" = '2016-04-15', "timestamp" = 1020 where "Entry No_" = 11;
insert into "Norditalia S_p_A_$Detailed Cust_ Ledg_ Entry" values (1021, 109, 12, 2, -390), (9000000000000000, 110, 13, 2, 61);
