# a value that is a text
DELETE DATA { zc:cost zt:value 78000000 } ;
INSERT DATA { zc:cost zt:value "7800万" }
