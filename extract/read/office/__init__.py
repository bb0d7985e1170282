"""Old and foreign Office formats, by way of LibreOffice: `convert` says how, `kinds` which."""
