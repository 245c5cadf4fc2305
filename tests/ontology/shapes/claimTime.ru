# half a year
# also: claimTimeType
DELETE DATA { zc:growth zt:time "2024-Q2" } ;
INSERT DATA { zc:growth zt:time "2024-H1" }
