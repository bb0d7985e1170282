"""`python -m baocao` is the command `baocao`."""

from baocao.command import main

main()
