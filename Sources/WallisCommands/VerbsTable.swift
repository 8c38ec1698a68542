extension VerbTable {
  /// The verbs that need no terminal.
  package static let standard = VerbTable([
    ReplVerb.self, RunVerb.self, BatchVerb.self, VarsVerb.self,
    EvaluateVerb.self, MeasureVerb.self, IdentifyVerb.self, VerifyVerb.self,
    ConstantsVerb.self, ExpandVerb.self, MasseyVerb.self,
    SearchDynamicsVerb.self, SearchEsmaVerb.self, SearchFieldVerb.self, SearchFactorialVerb.self,
    SearchSeriesVerb.self,
    ClusterVerb.self, FamiliesVerb.self, FamilyShowVerb.self, FamilyRenameVerb.self, GeneraliseVerb.self,
    RelateVerb.self, UnifyVerb.self, ProveVerb.self, EquivalentsVerb.self, NovelVerb.self, PlotVerb.self,
    FieldListVerb.self, FieldShowVerb.self, FieldWalkVerb.self, FieldFindVerb.self,
    FindVerb.self,
    HarvestVerb.self, JobsVerb.self, ResumeVerb.self, CoverageVerb.self,
    CoverageNextVerb.self,
    CatalogListVerb.self, CatalogShowVerb.self, CatalogFindingsVerb.self, CatalogStatsVerb.self,
    CatalogQueryVerb.self,
    CatalogNoteVerb.self, CatalogImportVerb.self, CatalogMergeVerb.self, CatalogExportVerb.self,
    CatalogCheckVerb.self, CatalogSalvageVerb.self, CatalogBackupVerb.self, CatalogCompactVerb.self,
    ExportSessionVerb.self,
    ExportVerb.self,
    DrawVerb.self, HelpVerb.self, KeysVerb.self, CellVerb.self, CompleteVerb.self,
    ManualVerb.self,
  ])
}
