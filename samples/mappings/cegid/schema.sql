-- databases: mssql
create table ECRITURE (E_JOURNAL varchar(3), E_EXERCICE varchar(3), E_NUMEROPIECE int, E_NUMLIGNE int, E_NUMECHE int, E_AUXILIAIRE varchar(17),
  E_NATUREPIECE varchar(3), E_REFINTERNE varchar(35), E_DATECOMPTABLE datetime, E_DATEECHEANCE datetime, E_MODEPAIE varchar(3),
  E_DEBIT numeric(19, 4), E_CREDIT numeric(19, 4), E_COUVERTURE numeric(19, 4), E_ETATLETTRAGE varchar(3), E_QUALIFPIECE varchar(3));
create table TIERS (T_AUXILIAIRE varchar(17), T_NATUREAUXI varchar(3), T_LIBELLE varchar(35), T_ADRESSE1 varchar(35), T_ADRESSE2 varchar(35),
  T_CODEPOSTAL varchar(9), T_VILLE varchar(35), T_PAYS varchar(3), T_NIF varchar(17), T_EMAIL varchar(250), T_TELEPHONE varchar(25), T_PAYEUR varchar(17));
