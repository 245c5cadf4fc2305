# an amount without a value
DELETE DATA { zc:invests-amount zt:value 10000000000.0 }
