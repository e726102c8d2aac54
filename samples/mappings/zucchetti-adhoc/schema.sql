-- databases: mssql
-- company: AZI01
create table AZI01PAR_TITE (PTNUMPAR varchar(31), PTDATSCA datetime, PTTIPCON char(1), PTCODCON varchar(15), PT_SEGNO char(1), PTTOTIMP float,
  PTCODVAL varchar(3), PTMODPAG varchar(10), PTFLCRSA char(1), PTNUMDOC varchar(15), PTALFDOC varchar(10), PTDATDOC datetime, PTFLSOSP char(1));
create table AZI01CONTI (ANTIPCON char(1), ANCODICE varchar(15), ANDESCRI varchar(60), ANINDIRI varchar(35), AN___CAP varchar(9), ANLOCALI varchar(30),
  ANNAZION varchar(3), ANPARIVA varchar(12), AN_EMAIL varchar(254), ANTELEFO varchar(18));
