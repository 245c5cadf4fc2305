# two amounts in one claim
INSERT DATA { zc:invests zt:amount zc:more . zc:more zt:value 1.0 ; zt:unit "USD" }
