# a range from high to low
DELETE DATA { zc:growth zt:value 20.0 ; zt:valueMax 30.0 } ;
INSERT DATA { zc:growth zt:value 30.0 ; zt:valueMax 20.0 }
