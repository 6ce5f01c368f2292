# A mark of Kopir as the body of POST persons/{person}/works/{work}/mark. The journal's values are texts.
{ value: (.mark | tostring) }
