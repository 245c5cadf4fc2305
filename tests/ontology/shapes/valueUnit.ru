# a value without a unit
DELETE DATA { zc:cost zt:unit "USD" }
