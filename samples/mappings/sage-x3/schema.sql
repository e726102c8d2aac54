-- databases: mssql, oracle
-- company: FR10
create table GACCDUDATE (CPY_0 varchar(5), BPRTYP_0 int, BPR_0 varchar(15), TYP_0 varchar(5), NUM_0 varchar(20), ACCNUM_0 int, DUDLIG_0 int,
  DUDDAT_0 timestamp, BPRDATVCR_0 timestamp, CUR_0 varchar(3), PAM_0 varchar(5), SNS_0 int, AMTCUR_0 decimal(27, 13), PAYCUR_0 decimal(27, 13),
  FLGDIS_0 int);
create table BPCUSTOMER (BPCNUM_0 varchar(15), BPCPYR_0 varchar(15));
create table BPARTNER (BPRNUM_0 varchar(15), BPRNAM_0 varchar(35), CRY_0 varchar(3), LAN_0 varchar(3), EECNUM_0 varchar(20), BPAADD_0 varchar(5));
create table BPADDRESS (BPATYP_0 int, BPANUM_0 varchar(15), BPAADD_0 varchar(5), BPAADDLIG_0 varchar(50), BPAADDLIG_1 varchar(50),
  POSCOD_0 varchar(10), CTY_0 varchar(40), WEB_0 varchar(80), TEL_0 varchar(40));
