"""Vietnamese from before Unicode: TCVN3 (ABC), VNI, VISCII, VPS and VIQR, told from Unicode and from each other, and read.

In: text as a format gives it, with the name of its font where there is one. Out: text in Unicode, as many characters as
before (`decode`), so that places stay right. `letters.csv` has the codes of the 134 letters: TCVN 5712:1993 (VN1) and VISCII
(RFC 1456) as glibc has them, VNI and VPS compared with two independent tables, VIQR by RFC 1456.

The tables are our own: viparse 0.1.31, the one kept library, knows none of TCVN's capitals with tones, no ẳ and Ẳ in VNI (a + ú)
and ỵ and Ỵ only as y + ï, where VNI has î; it decides by document and not by font, and gives no places.
"""
