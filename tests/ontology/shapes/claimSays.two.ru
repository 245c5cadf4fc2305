# two values in one claim
INSERT DATA { zc:cost zt:value 79000000 }
