# two rules for one claim
INSERT DATA { zc:invests zt:rule "investsIn.other" }
