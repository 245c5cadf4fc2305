# a confidence that is a word
DELETE DATA { zc:cost zt:confidence 1.0 } ;
INSERT DATA { zc:cost zt:confidence "high" }
