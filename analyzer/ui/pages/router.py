"""The main script that Streamlit runs on every interaction: language, navigation, then the page."""

from __future__ import annotations

import streamlit as st

from analyzer.ui import frame

frame.prepare()
page = st.navigation(frame.pages(), position="top")
frame.head()
page.run()
