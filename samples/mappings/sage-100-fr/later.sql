-- a credit is lettered; an invoice that was stamped before the last poll is committed only now
update F_ECRITUREC set EC_Lettrage = 'C', cbModification = '2026-02-02 11:00:00' where EC_No = 103;
insert into F_ECRITUREC values
  (107, 'VTE', '4110000', 'CISEL', '6', 'FA00103', '2026-02-01', '2026-03-03', 0, 33, '', 0, '2026-02-01 09:45:00');
