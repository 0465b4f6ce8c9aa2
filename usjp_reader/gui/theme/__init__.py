"""How the window looks: themes, palette, stylesheet and fonts. No widgets."""
