-- databases: mssql, postgresql
-- company: 100/1000
create table BSID (MANDT varchar(3), BUKRS varchar(4), KUNNR varchar(10), UMSKZ varchar(1), GJAHR varchar(4), BELNR varchar(10),
  BUZEI varchar(3), BLART varchar(2), SHKZG varchar(1), XBLNR varchar(16), BLDAT varchar(8), ZFBDT varchar(8), WAERS varchar(5),
  WRBTR decimal(13, 2), SKFBT decimal(13, 2), ZBD1T decimal(3), ZBD2T decimal(3), ZBD3T decimal(3), ZBD1P decimal(5, 3),
  ZLSCH varchar(1), MANSP varchar(1), REBZG varchar(10), REBZJ varchar(4), REBZZ varchar(3));
create table TCURX (CURRKEY varchar(5), CURRDEC int);
create table KNA1 (MANDT varchar(3), KUNNR varchar(10), NAME1 varchar(35), NAME2 varchar(35), STRAS varchar(35), PSTLZ varchar(10),
  ORT01 varchar(35), LAND1 varchar(3), SPRAS varchar(1), STCEG varchar(20), TELF1 varchar(16), KNRZA varchar(10), ADRNR varchar(10));
create table KNB1 (MANDT varchar(3), KUNNR varchar(10), BUKRS varchar(4));
create table ADR6 (CLIENT varchar(3), ADDRNUMBER varchar(10), FLGDEFAULT varchar(1), SMTP_ADDR varchar(241));
