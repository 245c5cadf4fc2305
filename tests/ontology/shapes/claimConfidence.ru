# a confidence above 1
DELETE DATA { zc:cost zt:confidence 1.0 } ;
INSERT DATA { zc:cost zt:confidence 1.2 }
