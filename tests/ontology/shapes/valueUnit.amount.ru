# an amount without a unit
DELETE DATA { zc:invests-amount zt:unit "USD" }
