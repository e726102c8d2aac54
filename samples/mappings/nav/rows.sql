insert into "Norditalia S_p_A_$General Ledger Setup" values ('', 'EUR');
insert into "Norditalia S_p_A_$Cust_ Ledger Entry" values
  -- two instalments, of which the first is a RiBa with the bank and the second is partly paid
  (1001, 11, 'C0042', 2, 'VFA16-0310', 1, '2016-01-12', '2016-02-29', '', 'RIBA', 1, 'DIST-0007', ''),
  (1002, 12, 'C0042', 2, 'VFA16-0310', 2, '2016-01-12', '2016-03-31', '', 'BONIF', 0, '', ''),
  (1003, 13, 'C0042', 3, 'VNA16-0018', 0, '2016-01-20', '1753-01-01', 'CHF', '', 0, '', ''),
  (1004, 14, 'C0077', 1, 'INC16-0101', 0, '2016-02-02', '2016-02-02', '', '', 0, '', 'LEG'),
  (1005, 15, 'C0077', 5, 'SOL16-0003', 0, '2016-02-09', '2016-02-09', '', '', 0, '', ''),
  (1006, 16, 'C0077', 2, 'VFA15-0990', 0, '2015-11-02', '2015-12-02', '', '', 0, '', '');
insert into "Norditalia S_p_A_$Detailed Cust_ Ledg_ Entry" values
  (1007, 101, 11, 1, 610), (1008, 102, 12, 1, 610), (1009, 103, 13, 1, -61), (1010, 104, 14, 1, -500), (1011, 105, 15, 1, 15),
  (1012, 106, 16, 1, 300), (1013, 107, 12, 2, -220), (1014, 108, 16, 2, -300);
insert into "Norditalia S_p_A_$Customer" values
  (901, 'C0042', 'Officine Brenta S.r.l.', 'IT09876540017', 'ITA', 'Via dei Mulini 8', '', '35010', 'Vigonza', 'IT',
   'contabilita@brenta.example', '', ''),
  -- being written while we read
  (9000000000000000, 'C0099', 'Not Yet', '', '', '', '', '', '', '', '', '', '');
