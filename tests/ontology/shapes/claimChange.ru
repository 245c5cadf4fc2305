# an empty change
DELETE DATA { zc:growth zt:change "用户" } ;
INSERT DATA { zc:growth zt:change "" }
