# an amount that is a text
DELETE DATA { zc:invests-amount zt:value 10000000000.0 } ;
INSERT DATA { zc:invests-amount zt:value "100亿" }
