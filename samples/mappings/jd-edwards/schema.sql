-- databases: oracle, mssql
-- company: 00100
create table F03B11 (RPDOC decimal(8), RPDCT char(2), RPKCO char(5), RPSFX char(3), RPAN8 decimal(8), RPPYR decimal(8), RPDIVJ decimal(6),
  RPDDJ decimal(6), RPAG decimal(15), RPAAP decimal(15), RPACR decimal(15), RPFAP decimal(15), RPCRRM char(1), RPCRCD char(3), RPRYIN char(1));
create table F0101 (ABAN8 decimal(8), ABALPH char(40), ABTAX char(20));
create table F0116 (ALAN8 decimal(8), ALEFTB decimal(6), ALADD1 char(40), ALADD2 char(40), ALADDZ char(12), ALCTY1 char(25), ALCTR char(3));
create table F01151 (EAAN8 decimal(8), EAETP char(4), EAEMAL varchar(256));
