# a finding in words
DELETE DATA { zd:b zt:spun true } ;
INSERT DATA { zd:b zt:spun "yes" }
