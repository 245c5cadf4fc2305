# a month without its datatype
DELETE DATA { zc:growth zt:time "2024-Q2" } ;
INSERT DATA { zc:growth zt:time "2024-06" }
