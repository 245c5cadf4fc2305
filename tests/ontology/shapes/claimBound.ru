# a bound that we do not have
DELETE DATA { zc:cost zt:bound "about" } ;
INSERT DATA { zc:cost zt:bound "约" }
