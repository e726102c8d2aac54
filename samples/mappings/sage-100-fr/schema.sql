-- databases: mssql
create table F_ECRITUREC (EC_No int, JO_Num varchar(7), CG_Num varchar(13), CT_Num varchar(17), EC_Piece varchar(13), EC_RefPiece varchar(17), EC_Date datetime,
  EC_Echeance datetime, EC_Sens smallint, EC_Montant numeric(24, 6), EC_Lettrage varchar(3), N_Reglement smallint, cbModification datetime);
create table F_JOURNAUX (JO_Num varchar(7), JO_Type smallint);
create table F_COMPTET (CT_Num varchar(17), CT_Type smallint, CT_Intitule varchar(69), CT_Identifiant varchar(25), CT_Adresse varchar(35), CT_Complement varchar(35),
  CT_CodePostal varchar(9), CT_Ville varchar(35), CT_Pays varchar(35), CT_EMail varchar(69), CT_Telephone varchar(21), CT_NumPayeur varchar(17),
  cbModification datetime);
