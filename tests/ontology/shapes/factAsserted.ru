# a fact that rests on a forecast
DELETE DATA { zc:worth zt:modality zt:asserted } ; INSERT DATA { zc:worth zt:modality zt:forecast }
