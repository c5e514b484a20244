"""How the site looks: GOV.UK Design System components without crown and typeface."""
